using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>What the parameters of a task must be.</summary>
internal static class ParameterRules
{
    /// <summary>Whether each parameter is passed by value and of a type that can be serialized.</summary>
    public static IEnumerable<RuleViolation> ParametersTravel(TaskMethod task)
    {
        foreach (var parameter in task.Method.Parameters)
        {
            var kind = ParameterClassifier.Classify(parameter);
            var isPayload = kind == ParameterKind.Payload;
            if (parameter.RefKind != RefKind.None)
            {
                yield return Cannot(parameter, $"it is passed by '{RefKindText(parameter.RefKind)}'; pass a value and return what changes");
            }
            else if (UnsupportedTypes.WhyNot(parameter.Type) is { } reason)
            {
                yield return Cannot(parameter, reason);
            }
            else if (kind is ParameterKind.Payload or ParameterKind.DetailedProgress
                && UnsupportedTypes.WhyLost(parameter.Type) is { } loss)
            {
                yield return Cannot(parameter, loss);
            }
            else if (isPayload && !parameter.IsDiscard && UnsupportedTypes.TupleInside(parameter.Type) is { } type)
            {
                yield return new RuleViolation(
                    Descriptors.TupleInsideDescribedType,
                    parameter.Locations[0],
                    task.Declaration,
                    $"Parameter '{parameter.Name}'",
                    type.ToDisplayString());
            }
        }

        RuleViolation Cannot(IParameterSymbol parameter, string reason) =>
            new(Descriptors.ParameterCannotTravel, parameter.Locations[0], task.Declaration, parameter.Name, reason);
    }

    /// <summary>Whether it takes each part of the execution once.</summary>
    public static IEnumerable<RuleViolation> NothingIsInjectedTwice(TaskMethod task)
    {
        var seen = new HashSet<ParameterKind>();
        foreach (var parameter in task.Method.Parameters)
        {
            var kind = ParameterClassifier.Classify(parameter);
            if (kind is ParameterKind.CancellationToken or ParameterKind.Context or ParameterKind.Progress or ParameterKind.DetailedProgress
                && !seen.Add(kind))
            {
                yield return new RuleViolation(
                    Descriptors.InjectedTwice, parameter.Locations[0], task.Declaration, parameter.Name, parameter.Type.Name);
            }
        }
    }

    private static string RefKindText(RefKind kind) => kind switch
    {
        RefKind.Out => "out",
        RefKind.In => "in",
        RefKind.Ref => "ref",
        _ => "ref readonly",
    };
}
