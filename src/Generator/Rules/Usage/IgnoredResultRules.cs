using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that the state and the result of a task with <c>IgnoreResult</c> cannot be read. A dispatch with an idempotency key stores the
/// state, but not the result. A canvas stores both.
/// </summary>
internal static class IgnoredResultRules
{
    /// <summary>Reports a call that reads what is not stored.</summary>
    /// <param name="call">The call to check.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    public static RuleViolation? Check(IInvocationOperation call, DispatchTypes types)
    {
        if (call is not { TargetMethod.Name: "GetAsync" or "GetSnapshotAsync" or "ProgressAsync", Instance: { } handle }
            || !call.TargetMethod.ContainingType.IsOrDerivesFrom(MetadataNames.TaskHandle))
        {
            return null;
        }

        var search = new DispatchSearch(types, static task => task.FindAttribute(MetadataNames.IgnoredResultAttribute) is not null);
        if (search.Find(handle) is not var (dispatch, task))
        {
            return null;
        }

        var readsResult = call.TargetMethod.Name == "GetAsync" && types.HasResult(task);
        if (!readsResult && (task.FindAttribute(MetadataNames.IdempotentTaskAttribute) is not null || DispatchKey.MayBeSet(dispatch)))
        {
            return null;
        }

        IOperation place = handle is IConditionalAccessInstanceOperation && call.FindAccess() is { } access ? access : call;
        return new RuleViolation(
            Descriptors.IgnoredResultRead,
            place.Syntax.GetLocation(),
            call.TargetMethod.Name,
            DispatchTypes.TaskName(task),
            readsResult ? "result" : "state");
    }
}
