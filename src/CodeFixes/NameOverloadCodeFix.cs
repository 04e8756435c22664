using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0006: sets a wire name that contains the names of the parameters, or their types if the names are not unique. The wire names do
/// not depend on the order in which the overloads are fixed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameOverloadCodeFix))]
[Shared]
public sealed class NameOverloadCodeFix() : TaskCodeFix(DiagnosticIds.Overloaded, "Set a unique task name that includes the parameters")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return Find(model!, node, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.SemanticModel, node, cancellationToken) is var (attribute, name))
        {
            editor.ReplaceNode(attribute, (current, _) => AttributeEdit.WithFirst((AttributeSyntax)current, TaskSettings.Name.Name, name));
        }

        return editor.GetChangedDocument();
    }

    private static (AttributeSyntax Attribute, string Name)? Find(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not MethodDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } method
            || method.FindAttribute(MetadataNames.TaskAttribute) is not { } attribute
            || TaskSettings.Name.IsGiven(attribute)
            || attribute.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree != node.SyntaxTree
            || Choose(method, attribute) is not { } name)
        {
            return null;
        }

        return ((AttributeSyntax)reference.GetSyntax(cancellationToken), name);
    }

    private static string? Choose(IMethodSymbol method, AttributeData attribute)
    {
        var overloads = Tasks(method.ContainingType)
            .Where(other => Identifiers.WithoutAsync(other.Name) == Identifiers.WithoutAsync(method.Name))
            .ToList();
        foreach (var describe in (Func<IParameterSymbol, string>[])
        [
            static parameter => parameter.Name,
            static parameter => TypeName(parameter.Type),
        ])
        {
            // All overloads use the same pattern. Overloads that already have a name are included, so that the result does not depend on
            // the order of the fixes.
            var suffixes = overloads.ConvertAll(overload => Suffix(overload, describe));
            var name = TaskNaming.WireName(method, attribute);
            if (suffixes.Distinct(StringComparer.Ordinal).Count() == suffixes.Count
                && overloads.TrueForAll(overload => IsFree(name + Suffix(overload, describe), overload)))
            {
                return name + Suffix(method, describe);
            }
        }

        return null;
    }

    private static bool IsFree(string name, IMethodSymbol overload) =>
        WireNames.IsValid(name)
        && TaskNaming.FromWireName(name) is { } property
        && !Tasks(overload.ContainingType)
            .Any(other => !SymbolEqualityComparer.Default.Equals(other, overload) && TaskName(other) == property);

    private static string? TaskName(IMethodSymbol task) => TaskNaming.TaskName(task, task.FindAttribute(MetadataNames.TaskAttribute)!);

    private static IEnumerable<IMethodSymbol> Tasks(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static member => member.FindAttribute(MetadataNames.TaskAttribute) is not null);

    private static string Suffix(IMethodSymbol method, Func<IParameterSymbol, string> describe) =>
        string.Concat(method.Parameters.Where(static parameter => ParameterClassifier.Classify(parameter) == ParameterKind.Payload).Select(
            parameter => Capitalized(describe(parameter))));

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string TypeName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => TypeName(array.ElementType) + "Array",
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.Name + string.Concat(generic.TypeArguments.Select(TypeName)),
        { Name.Length: > 0 } => type.Name,
        _ => type.TypeKind.ToString(),
    };
}
