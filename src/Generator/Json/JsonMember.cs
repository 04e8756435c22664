using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Json;

/// <summary>A property or field that the serializer writes.</summary>
/// <param name="symbol">The property or field.</param>
/// <param name="type">The type of the member.</param>
/// <param name="isRead">Whether the member is also read. A member without a setter or a constructor parameter is only written.</param>
/// <param name="isIgnored">Whether the member is not written. It is listed because a constructor may have a parameter for it.</param>
internal readonly struct JsonMember(ISymbol symbol, ITypeSymbol type, bool isRead, bool isIgnored)
{
    /// <summary>Gets the property or field.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>Gets the type of the member.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Gets a value that indicates whether the member is also read.</summary>
    public bool IsRead => isRead;

    /// <summary>Gets a value that indicates whether the member is not written.</summary>
    public bool IsIgnored => isIgnored;
}
