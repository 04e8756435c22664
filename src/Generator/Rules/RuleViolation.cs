using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Rules;

/// <summary>A rule that a method breaks. It is never part of a model because it holds a location in the source.</summary>
/// <param name="rule">The descriptor of the rule.</param>
/// <param name="location">The location to mark.</param>
/// <param name="arguments">The arguments of the message.</param>
internal readonly struct RuleViolation(DiagnosticDescriptor rule, Location? location, params object[] arguments)
{
    /// <summary>Creates the diagnostic to report.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
