using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The rules for the parameters of a task.</summary>
internal static class ParameterRules
{
    /// <summary>Reports parameters that are not passed by value or whose type cannot be serialized.</summary>
    public static IEnumerable<RuleViolation> ParametersAreSerializable(TaskMethod task)
    {
        foreach (var parameter in task.Method.Parameters)
        {
            var kind = ParameterClassifier.Classify(parameter);
            if (parameter.RefKind != RefKind.None)
            {
                yield return Cannot(parameter, WhyNot(parameter.RefKind));
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
        }

        RuleViolation Cannot(IParameterSymbol parameter, Explanation explanation) => new(
            Descriptors.ParameterNotSerializable,
            parameter.Locations[0],
            task.Declaration,
            parameter.Name,
            explanation.Reason,
            explanation.Remedy);
    }

    /// <summary>Reports a second parameter for the cancellation token, the context, or the progress.</summary>
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
                    Descriptors.InjectedTwice,
                    parameter.Locations[0],
                    task.Declaration,
                    parameter.Name,
                    kind == ParameterKind.DetailedProgress ? "ITaskProgress<T>" : parameter.Type.Name);
            }
        }
    }

    private static Explanation WhyNot(RefKind kind) => kind switch
    {
        RefKind.Out => new Explanation("it is passed by 'out'", "Return the value instead"),
        RefKind.Ref => new Explanation("it is passed by 'ref'", "Pass it by value, and return the changed value"),
        RefKind.In => new Explanation("it is passed by 'in'", "Pass it by value"),
        _ => new Explanation("it is passed by 'ref readonly'", "Pass it by value"),
    };
}
