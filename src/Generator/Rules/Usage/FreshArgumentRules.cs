using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that the arguments of an idempotent task must not be different in every dispatch, because idempotency then has no effect.
/// </summary>
internal static class FreshArgumentRules
{
    /// <summary>Reports arguments that are different in every dispatch.</summary>
    /// <param name="operation">A dispatch, a call that creates a signature, or the creation of the arguments.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    public static IEnumerable<RuleViolation> Check(IOperation operation, DispatchTypes types)
    {
        var (taskType, arguments) = operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "DelayAsync" or "Signature" or "Partial", ContainingType: var type } } call =>
                (type, call.Arguments),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "Args", ContainingType: { } type } } creation =>
                (type, creation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (taskType is null
            || !types.IsDefinition(taskType)
            || taskType.FindAttribute(MetadataNames.IdempotentTaskAttribute) is null
            || DispatchKey.MayBeSet(operation))
        {
            yield break;
        }

        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && FreshSearch.Find(argument.Value) is { } fresh)
            {
                yield return new RuleViolation(
                    Descriptors.ArgumentDiffersPerDispatch,
                    fresh.Syntax.GetLocation(),
                    fresh.Syntax.ToString(),
                    DispatchTypes.TaskName(taskType));
            }
        }
    }
}
