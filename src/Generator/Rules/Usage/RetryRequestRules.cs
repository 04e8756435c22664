using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that a task that throws <c>TaskRetryException</c> must set <c>Retry</c>. Without retries, the exception has the opposite
/// effect: the task becomes a dead letter.
/// </summary>
internal static class RetryRequestRules
{
    private const string MaxAttempts = "MaxAttempts";
    private const string ExceptionName = "TaskRetryException";

    /// <summary>Reports the places at which a task without retries requests a retry.</summary>
    /// <param name="task">The task.</param>
    /// <param name="blocks">The operations of its body.</param>
    public static IEnumerable<RuleViolation> Check(TaskMethod task, ImmutableArray<IOperation> blocks)
    {
        // The number of retries is set, or TG0017 already reports that it is not.
        if (TaskSettings.Retry.IsGiven(task.Attribute)
            || task.Method.FindAttribute(MetadataNames.RetryOnAttribute) is not null
            || task.Method.FindAttribute(MetadataNames.GiveUpOnAttribute) is not null)
        {
            return [];
        }

        var places = new List<IOperation>();
        foreach (var block in blocks)
        {
            foreach (var operation in block.Descendants())
            {
                // The task checks itself whether a retry is left.
                if (operation is IPropertyReferenceOperation { Property: { Name: MaxAttempts, ContainingType: var type } }
                    && type.Is(MetadataNames.TaskContext))
                {
                    return [];
                }

                if (RequestsRetry(operation) && !IsCaught(operation))
                {
                    places.Add(operation);
                }
            }
        }

        return places.ConvertAll(place =>
            new RuleViolation(Descriptors.RetryWithoutRetries, place.Syntax.GetLocation(), task.Declaration));
    }

    private static bool RequestsRetry(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Type.Is(MetadataNames.TaskRetryException),
        IThrowOperation { Exception: { } exception } => ThrowsExisting(exception.WithoutConversions()),
        IInvocationOperation call => Creates(call.TargetMethod),
        IMethodReferenceOperation reference => Creates(reference.Method),
        _ => false,
    };

    // A new exception is reported where it is created, and a call where it is made.
    private static bool ThrowsExisting(IOperation exception) => exception.Type.Is(MetadataNames.TaskRetryException) && exception switch
    {
        IObjectCreationOperation => false,
        IInvocationOperation call => !Creates(call.TargetMethod),
        ILocalReferenceOperation local => local.FindInitialValue() is not { } value || !RequestsRetry(value),
        _ => true,
    };

    // Whether another method of this project contains the creation of the exception. The body of a local function is part of the body of
    // the task. Only the syntax is read, because the method can be in a different file.
    private static bool Creates(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
        {
            return false;
        }

        foreach (var declaration in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            var isCreated = false;
            foreach (var node in declaration.GetSyntax().DescendantNodes())
            {
                switch (node)
                {
                    case IdentifierNameSyntax { Identifier.ValueText: MaxAttempts }:
                        return false;
                    case ObjectCreationExpressionSyntax { Type: var type } when NameOf(type) == ExceptionName:
                        isCreated = true;
                        break;
                }
            }

            if (isCreated)
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        _ => null,
    };

    // Whether a catch clause of the task catches the exception and does not throw it again.
    private static bool IsCaught(IOperation operation)
    {
        var child = operation;
        for (var current = operation.Parent; current is not null; (child, current) = (current, current.Parent))
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            if (current is not ITryOperation attempt || attempt.Body != child)
            {
                continue;
            }

            foreach (var clause in attempt.Catches)
            {
                if (clause.Filter is null && Catches(clause.ExceptionType) && !Rethrows(clause.Handler))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Catches(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || type.Is("System.Exception")
        || type.Is(MetadataNames.TaskGenException)
        || type.Is(MetadataNames.TaskRetryException);

    private static bool Rethrows(IOperation handler)
    {
        foreach (var operation in handler.Descendants())
        {
            if (operation is IThrowOperation { Exception: var exception }
                && (exception?.WithoutConversions() is null or ILocalReferenceOperation || RequestsRetry(operation)))
            {
                return true;
            }
        }

        return false;
    }
}
