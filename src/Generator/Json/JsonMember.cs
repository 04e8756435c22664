using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Json;

/// <summary>A property or field that the serializer writes.</summary>
/// <param name="symbol">The property or field.</param>
/// <param name="type">Its type.</param>
/// <param name="isRead">Whether it is also read: what has neither a setter nor a parameter of the constructor is only written.</param>
/// <param name="isIgnored">Whether it does not travel at all and is listed only because a constructor may ask for it.</param>
internal readonly struct JsonMember(ISymbol symbol, ITypeSymbol type, bool isRead, bool isIgnored)
{
    /// <summary>The property or field.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>Its type.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Whether it is also read.</summary>
    public bool IsRead => isRead;

    /// <summary>Whether it does not travel.</summary>
    public bool IsIgnored => isIgnored;
}
