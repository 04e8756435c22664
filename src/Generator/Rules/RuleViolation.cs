using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Rules;

/// <summary>What is wrong with a task method. Never part of a model: it holds a place in the source.</summary>
/// <param name="rule">The rule.</param>
/// <param name="location">The place.</param>
/// <param name="arguments">What the message says.</param>
internal readonly struct RuleViolation(DiagnosticDescriptor rule, Location? location, params object[] arguments)
{
    /// <summary>The diagnostic to report.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, arguments);
}
