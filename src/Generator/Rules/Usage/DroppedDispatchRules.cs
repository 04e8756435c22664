using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>The rule that a dispatch must be awaited.</summary>
internal static class DroppedDispatchRules
{
    /// <summary>Reports a dispatch whose <c>Task</c> is discarded.</summary>
    /// <param name="call">The call to check.</param>
    /// <param name="member">The member that contains the call.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    public static RuleViolation? Check(IInvocationOperation call, ISymbol? member, DispatchTypes types) =>
        types.NameOf(call.TargetMethod) is { } name && IsDropped(call, member)
            ? new RuleViolation(Descriptors.DispatchNotAwaited, call.Syntax.GetLocation(), name)
            : null;

    private static bool IsDropped(IOperation dispatch, ISymbol? member)
    {
        var value = dispatch;
        while (PassesOn(value))
        {
            value = value.Parent!;
        }

        return value.Parent switch
        {
            // In an async function, the compiler reports the call (CS4014).
            IExpressionStatementOperation statement => statement.FindFunction(member) is not { IsAsync: true },
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,

            // A local variable named "_" is used as a discard.
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: "_" } } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Name: "_" } } => true,
            _ => false,
        };
    }

    // Determines whether the value of the operation is also the value of its parent.
    private static bool PassesOn(IOperation operation) => operation.Parent switch
    {
        IConversionOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation => true,
        IConditionalOperation choice => choice.Condition != operation && choice.Type is not null,
        IConditionalAccessOperation access => access.WhenNotNull == operation,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } call => call.Instance == operation,
        _ => false,
    };
}
