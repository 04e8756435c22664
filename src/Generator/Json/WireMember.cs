using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Json;

/// <summary>A member of a type that the serializer writes and reads. Never part of a model: it holds symbols.</summary>
/// <param name="name">Its name in JSON.</param>
/// <param name="isOptional">Whether reading does without it.</param>
/// <param name="type">Its type.</param>
/// <param name="symbol">The property or field.</param>
internal readonly struct WireMember(string name, bool isOptional, ITypeSymbol type, ISymbol symbol)
{
    /// <summary>Its name in JSON.</summary>
    public string Name => name;

    /// <summary>Whether reading does without it.</summary>
    public bool IsOptional => isOptional;

    /// <summary>Its type.</summary>
    public ITypeSymbol Type => type;

    /// <summary>The property or field.</summary>
    public ISymbol Symbol => symbol;
}
