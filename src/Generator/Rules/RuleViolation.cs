using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Rules;

/// <summary>
/// Represents a violation of a rule by a method. It must not be stored in the cached models of the generator, because it contains a source
/// location.
/// </summary>
/// <param name="rule">The descriptor of the rule.</param>
/// <param name="location">The source location of the diagnostic.</param>
/// <param name="arguments">The arguments of the message.</param>
internal readonly struct RuleViolation(DiagnosticDescriptor rule, Location? location, params object[] arguments)
{
    /// <summary>Creates the diagnostic to report.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
