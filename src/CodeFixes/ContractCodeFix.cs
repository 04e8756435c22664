using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0210, TG0212, TG0213, TG0215, and TG0217: writes the current contract of the task to its line in the contract file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractCodeFix))]
[Shared]
public sealed class ContractCodeFix : CodeFixProvider
{
    internal const string Accept = "Accept the breaking change: update the line in TaskContracts.txt";
    private const string Record = "Record the task in TaskContracts.txt";
    private const string Update = "Update the line in TaskContracts.txt";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [
            DiagnosticIds.TaskNotRecorded, DiagnosticIds.ParameterRemoved, DiagnosticIds.ParameterRetyped, DiagnosticIds.ResultChanged,
            DiagnosticIds.ContractOutOfDate,
        ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ContractFixAllProvider(Record, Update, Accept);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var title = diagnostic.Id switch
            {
                DiagnosticIds.TaskNotRecorded => Record,
                DiagnosticIds.ContractOutOfDate => Update,
                _ => Accept,
            };
            var project = context.Document.Project;
            context.RegisterCodeFix(
                CodeAction.Create(title, token => ContractEdits.ApplyAsync(project, [diagnostic], token), title), diagnostic);
        }

        return Task.CompletedTask;
    }
}
