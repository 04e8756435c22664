using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that a task with a soft time limit must not swallow the cancellation that the limit causes. A catch clause swallows the
/// cancellation if it neither throws an exception nor checks the token, and if no later code uses the token.
/// </summary>
internal static class SwallowedCancellationRules
{
    /// <summary>Reports a catch clause that swallows the cancellation.</summary>
    public static RuleViolation? Check(TaskMethod task, ITryOperation attempt)
    {
        if (FindCatch(attempt) is not { } clause || HandlesCancellation(clause) || !HasToken(attempt.Body) || IsNoticedElsewhere(attempt))
        {
            return null;
        }

        var syntax = (CatchClauseSyntax)clause.Syntax;
        var span = TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, syntax.Declaration?.Span.End ?? syntax.CatchKeyword.Span.End);
        var remedy = IsForCancellation(clause)
            ? "Rethrow the exception, return, or check the token in the catch clause"
            : "Add the filter 'when (exception is not OperationCanceledException)'";
        return new RuleViolation(Descriptors.SoftLimitSwallowed, Location.Create(syntax.SyntaxTree, span), task.Declaration, remedy);
    }

    /// <summary>Determines whether a clause catches only cancellation exceptions.</summary>
    private static bool IsForCancellation(ICatchClauseOperation clause) => IsCancellation(clause.ExceptionType);

    private static bool IsCancellation(ITypeSymbol? type) =>
        type.Is(MetadataNames.Framework.OperationCanceledException) || type.Is(MetadataNames.Framework.TaskCanceledException);

    // Returns the clause that catches a cancellation. The filter of a general clause is assumed to exclude cancellation. A clause for
    // cancellation that has a filter is assumed to be intentional.
    private static ICatchClauseOperation? FindCatch(ITryOperation attempt)
    {
        foreach (var clause in attempt.Catches)
        {
            if (IsForCancellation(clause))
            {
                return clause.Filter is null ? clause : null;
            }

            if (clause.Filter is null
                && (clause.ExceptionType.SpecialType == SpecialType.System_Object
                    || clause.ExceptionType.Is("System.Exception")
                    || clause.ExceptionType.Is("System.SystemException")))
            {
                return clause;
            }
        }

        return null;
    }

    private static bool HandlesCancellation(ICatchClauseOperation clause)
    {
        if (CancellationUse.IsIn(clause.Handler))
        {
            return true;
        }

        foreach (var operation in clause.Handler.Descendants())
        {
            var handles = operation switch
            {
                IThrowOperation => true,
                IInvocationOperation { TargetMethod: var method } =>
                    method.Name.StartsWith("Throw", StringComparison.Ordinal)
                    || method.FindAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute") is not null,
                IIsTypeOperation test => IsCancellation(test.TypeOperand),
                ITypePatternOperation pattern => IsCancellation(pattern.MatchedType),
                IDeclarationPatternOperation pattern => IsCancellation(pattern.MatchedType),

                // A returned value can report the cancellation to the caller. A return statement in a clause for cancellation ends the work
                // intentionally.
                IReturnOperation end => end.ReturnedValue is not null || IsForCancellation(clause),
                IBranchOperation { BranchKind: BranchKind.Break } => IsForCancellation(clause),
                _ => false,
            };
            if (handles)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasToken(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (CancellationUse.IsToken(operation))
            {
                return true;
            }
        }

        return false;
    }

    // The cancellation is not lost if the token is used, or an exception is thrown, in a loop around the try statement, in the call that
    // runs its lambda, or in the code that follows.
    private static bool IsNoticedElsewhere(ITryOperation attempt)
    {
        IOperation root = attempt;
        for (var current = attempt.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or IInvocationOperation && CancellationUse.IsIn(current, attempt))
            {
                return true;
            }

            root = current;
        }

        foreach (var operation in root.Descendants())
        {
            if (operation.Syntax.SpanStart >= attempt.Syntax.Span.End && (operation is IThrowOperation || CancellationUse.IsIn(operation)))
            {
                return true;
            }
        }

        return false;
    }
}
