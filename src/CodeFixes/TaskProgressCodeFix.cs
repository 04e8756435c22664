using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0003: changes a parameter of type <c>IProgress</c> with an integer type argument to <c>ITaskProgress</c>, whose <c>Report</c>
/// method also accepts integers.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TaskProgressCodeFix))]
[Shared]
public sealed class TaskProgressCodeFix() : CheckedCodeFix(DiagnosticIds.ParameterNotSerializable, "Change the type to ITaskProgress")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (ParameterEdit.Find(node, editor.SemanticModel, cancellationToken) is not { } edit
            || !IsProgressOfNumbers(edit.Parameter)
            || editor.SemanticModel.Compilation.GetTypeByMetadataName(MetadataNames.TaskProgress) is not { } progress
            || ((IMethodSymbol)edit.Parameter.ContainingSymbol).Parameters.Any(
                static other => ParameterClassifier.Classify(other) == ParameterKind.Progress))
        {
            return document;
        }

        var type = (TypeSyntax)editor.Generator.TypeExpression(progress)
            .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        foreach (var part in edit.Parts)
        {
            editor.ReplaceNode(part.ParameterList.Parameters[edit.Parameter.Ordinal], (current, _) =>
            {
                // The worker always provides the value, so the parameter needs no default value.
                var parameter = (ParameterSyntax)current;
                return parameter.WithType(type.WithTriviaFrom(parameter.Type!)).WithDefault(null).WithTriviaFrom(parameter);
            });
        }

        return editor.GetChangedDocument();
    }

    private static bool IsProgressOfNumbers(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, Type: INamedTypeSymbol type }
        && type.Is("System.IProgress`1")
        && type.TypeArguments[0].SpecialType
            is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte
                or SpecialType.System_UInt32;
}
