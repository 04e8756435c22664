using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Whether a task with a soft time limit catches the cancellation that the limit is, and then goes on as if nothing had been: without a
/// throw, a look at the token, or anything behind it that would be canceled too.
/// </summary>
internal static class SwallowedCancellationRules
{
    /// <summary>A catch that swallows.</summary>
    public static RuleViolation? Check(TaskMethod task, ITryOperation attempt)
    {
        if (FindCatch(attempt) is not { } clause || Answers(clause) || !HasToken(attempt.Body) || IsNoticedElsewhere(attempt))
        {
            return null;
        }

        var syntax = (CatchClauseSyntax)clause.Syntax;
        var span = TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, syntax.Declaration?.Span.End ?? syntax.CatchKeyword.Span.End);
        var remedy = IsForCancellation(clause)
            ? "rethrow, return, or look at the token in it"
            : "let that through by 'when (... is not OperationCanceledException)'";
        return new RuleViolation(Descriptors.SoftLimitSwallowed, Location.Create(syntax.SyntaxTree, span), task.Declaration, remedy);
    }

    /// <summary>Whether a clause is for cancellation and nothing else.</summary>
    private static bool IsForCancellation(ICatchClauseOperation clause) => IsCancellation(clause.ExceptionType);

    private static bool IsCancellation(ITypeSymbol? type) =>
        type.Is(MetadataNames.Framework.OperationCanceledException) || type.Is(MetadataNames.Framework.TaskCanceledException);

    // The clause that a cancellation comes to. A filter of one that is for everything is taken to keep cancellations out; one that is for
    // cancellations is a decision.
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

    private static bool Answers(ICatchClauseOperation clause)
    {
        if (CancellationUse.IsIn(clause.Handler))
        {
            return true;
        }

        foreach (var operation in clause.Handler.Descendants())
        {
            var answers = operation switch
            {
                IThrowOperation => true,
                IInvocationOperation { TargetMethod: var method } =>
                    method.Name.StartsWith("Throw", StringComparison.Ordinal)
                    || method.FindAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute") is not null,
                IIsTypeOperation test => IsCancellation(test.TypeOperand),
                ITypePatternOperation pattern => IsCancellation(pattern.MatchedType),
                IDeclarationPatternOperation pattern => IsCancellation(pattern.MatchedType),

                // A result says what happened; who catches cancellations alone and leaves means to end here.
                IReturnOperation end => end.ReturnedValue is not null || IsForCancellation(clause),
                IBranchOperation { BranchKind: BranchKind.Break } => IsForCancellation(clause),
                _ => false,
            };
            if (answers)
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

    // The next turn of a loop around it, the call that runs the lambda it is in, and what stands behind it: if the token or a throw is
    // there, the cancellation is not lost.
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
