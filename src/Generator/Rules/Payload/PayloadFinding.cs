using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Represents a problem inside serialized data. It must not be stored in the cached models of the generator, because it contains symbols.
/// </summary>
/// <param name="rule">The descriptor of the broken rule.</param>
/// <param name="path">The path from the parameter or result to the problem, such as <c>.Filters[].Predicate</c>.</param>
/// <param name="type">The type at the end of the path.</param>
/// <param name="explanation">The reason and the remedy; empty for rules with a fixed message.</param>
internal sealed class PayloadFinding(DiagnosticDescriptor rule, string path, ITypeSymbol type, Explanation explanation = default)
{
    /// <summary>The descriptor of the broken rule.</summary>
    public DiagnosticDescriptor Rule => rule;

    /// <summary>The path from the parameter or result to the problem.</summary>
    public string Path => path;

    /// <summary>The type at the end of the path.</summary>
    public ITypeSymbol Type => type;

    /// <summary>The reason and the remedy; empty for rules with a fixed message.</summary>
    public Explanation Explanation => explanation;
}
