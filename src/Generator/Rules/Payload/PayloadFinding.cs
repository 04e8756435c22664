using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Something that is found inside what travels. Never part of a model: it holds symbols.</summary>
/// <param name="rule">The rule.</param>
/// <param name="path">Where, from the parameter on: <c>.Filters[].Predicate</c>.</param>
/// <param name="type">The type that is found there.</param>
/// <param name="reason">What is said of it.</param>
internal sealed class PayloadFinding(DiagnosticDescriptor rule, string path, ITypeSymbol type, string reason)
{
    /// <summary>The rule.</summary>
    public DiagnosticDescriptor Rule => rule;

    /// <summary>Where.</summary>
    public string Path => path;

    /// <summary>The type.</summary>
    public ITypeSymbol Type => type;

    /// <summary>What is said of it.</summary>
    public string Reason => reason;
}
