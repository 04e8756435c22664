using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Json;

/// <summary>A member that the JSON serializer writes and reads. It refers to symbols, so it must not be part of a model.</summary>
/// <param name="name">The JSON name of the member.</param>
/// <param name="isOptional">Whether the member may be missing when it is read.</param>
/// <param name="type">The type of the member.</param>
/// <param name="symbol">The property or field.</param>
internal readonly struct WireMember(string name, bool isOptional, ITypeSymbol type, ISymbol symbol)
{
    /// <summary>Gets the JSON name of the member.</summary>
    public string Name => name;

    /// <summary>Gets a value that indicates whether the member may be missing when it is read.</summary>
    public bool IsOptional => isOptional;

    /// <summary>Gets the type of the member.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Gets the property or field.</summary>
    public ISymbol Symbol => symbol;
}
