using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0001, TG0005, TG0007, and TG0009 for a method that several classes inherit or implement: declares the task in each class that
/// can be created, and removes <c>[Task]</c> from the inherited method. Where an override cannot be a task, the fix adds a public method
/// that calls the inherited method.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InheritedTaskCodeFix))]
[Shared]
public sealed class InheritedTaskCodeFix : CodeFixProvider
{
    /// <summary>The title of the fix that declares tasks in other classes.</summary>
    internal const string InDerived = "Declare the task in each derived class";

    /// <summary>The title of the fix that declares the task in the class of the method.</summary>
    internal const string InClass = "Declare a public task that calls the method";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.NotAccessible, DiagnosticIds.Generic, DiagnosticIds.NoUsableConstructor, DiagnosticIds.NotAnOrdinaryMethod,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => InheritedTaskFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = TaskCodeFix.FindNode(root, diagnostic);
            foreach (var title in (string[])[InDerived, InClass])
            {
                if (await TryFixAsync(context.Document, node, title, context.CancellationToken).ConfigureAwait(false) is { } solution)
                {
                    context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(solution), title), diagnostic);
                }
            }
        }
    }

    /// <summary>Returns the changed solution; null if the fix does not apply, or if it would cause an error.</summary>
    internal static async Task<Solution?> TryFixAsync(
        Document document, SyntaxNode node, string title, CancellationToken cancellationToken)
    {
        if (await InheritedTask.FindAsync(document, node, cancellationToken).ConfigureAwait(false) is not { } task)
        {
            return null;
        }

        var targets = await TaskTargets.FindAsync(task, document.Project.Solution, title == InClass, cancellationToken)
            .ConfigureAwait(false);
        if (targets.IsEmpty)
        {
            return null;
        }

        var changed = await task.MoveAsync(targets, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        return await InheritedTaskCheck.IsCorrectAsync(changed, document.Project.Solution, targets, cancellationToken)
            .ConfigureAwait(false)
            ? changed
            : null;
    }
}
