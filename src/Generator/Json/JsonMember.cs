using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>Represents a property or field that the JSON serializer writes.</summary>
/// <param name="symbol">The property or field.</param>
/// <param name="type">The type of the member.</param>
/// <param name="isRead">
/// <see langword="true"/> if the member is also read; otherwise, <see langword="false"/>. A member that has neither a setter nor a
/// constructor parameter is only written.
/// </param>
/// <param name="isIgnored">
/// <see langword="true"/> if the member is not written; otherwise, <see langword="false"/>. Such a member is listed because a constructor
/// can have a parameter for it.
/// </param>
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

    /// <summary>Gets a value that indicates whether the member, or the extension data that it holds, is written but not read.</summary>
    public bool IsDropped => !isRead && (!isIgnored || symbol.FindAttribute(JsonNames.ExtensionData) is not null);
}
