using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Json;

/// <summary>
/// Represents a member that the JSON serializer both writes and reads. It refers to symbols, so it must not be stored in a cached model of
/// the generator.
/// </summary>
/// <param name="name">The JSON name of the member.</param>
/// <param name="isOptional">
/// <see langword="true"/> if the member can be missing when it is read; otherwise, <see langword="false"/>.
/// </param>
/// <param name="type">The type of the member.</param>
/// <param name="symbol">The property or field.</param>
internal readonly struct WireMember(string name, bool isOptional, ITypeSymbol type, ISymbol symbol)
{
    /// <summary>Gets the JSON name of the member.</summary>
    public string Name => name;

    /// <summary>Gets a value that indicates whether the member can be missing when it is read.</summary>
    public bool IsOptional => isOptional;

    /// <summary>Gets the type of the member.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Gets the property or field.</summary>
    public ISymbol Symbol => symbol;
}
