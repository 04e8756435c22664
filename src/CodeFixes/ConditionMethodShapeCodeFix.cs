using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0011: changes a condition to an accessible static method with two <c>JsonElement</c> parameters, if its body still compiles.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConditionMethodShapeCodeFix))]
[Shared]
public sealed class ConditionMethodShapeCodeFix()
    : CheckedCodeFix(DiagnosticIds.ConditionCannotBeCalled, "Change the declaration to that of a condition method")
{
    private static readonly string[] Names = ["data", "parameters"];

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (node is not MethodDeclarationSyntax { ParameterList.Parameters.Count: <= 2 } declaration
            || editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is not { } method
            || !CanBeMade(method)
            || editor.SemanticModel.Compilation.GetTypeByMetadataName(MetadataNames.Framework.JsonElement) is not { } element)
        {
            return document;
        }

        if (!method.IsSeenInAssembly())
        {
            editor.SetAccessibility(
                declaration,
                method.DeclaredAccessibility == Accessibility.Protected ? Accessibility.ProtectedOrInternal : Accessibility.Internal);
        }

        if (!method.IsStatic)
        {
            editor.SetModifiers(declaration, editor.Generator.GetModifiers(declaration).WithIsStatic(true));
        }

        var type = (TypeSyntax)editor.Generator.TypeExpression(element)
            .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        editor.ReplaceNode(declaration, (current, _) => WithElements((MethodDeclarationSyntax)current, method, type));
        return editor.GetChangedDocument();
    }

    private static bool CanBeMade(IMethodSymbol method) =>
        method is
        {
            MethodKind: MethodKind.Ordinary, IsGenericMethod: false, RefKind: RefKind.None,
            ReturnType.SpecialType: SpecialType.System_Boolean, IsVirtual: false, IsAbstract: false, IsOverride: false,
            PartialDefinitionPart: null, PartialImplementationPart: null,
            ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct, IsGenericType: false },
        }
        && method.ContainingType.IsSeenInAssembly()
        && !MarkerReader.IsObsoleteError(method);

    private static MethodDeclarationSyntax WithElements(MethodDeclarationSyntax declaration, IMethodSymbol method, TypeSyntax type)
    {
        var parameters = new List<ParameterSyntax>(Names.Length);
        for (var index = 0; index < Names.Length; index++)
        {
            var given = index < method.Parameters.Length ? declaration.ParameterList.Parameters[index] : null;
            parameters.Add(
                given is null
                || method.Parameters[index] is not { RefKind: RefKind.None } parameter
                || !parameter.Type.Is(MetadataNames.Framework.JsonElement)
                    ? SyntaxFactory.Parameter(SyntaxFactory.Identifier(given?.Identifier.ValueText ?? Unused(Names[index], declaration)))
                        .WithType(type.WithTrailingTrivia(SyntaxFactory.Space))
                    : given);
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.WithParameterList(declaration.ParameterList.WithParameters(SyntaxFactory.SeparatedList(parameters, [comma])));
    }

    private static string Unused(string name, MethodDeclarationSyntax declaration)
    {
        while (declaration.DescendantTokens().Any(token => token.ValueText == name))
        {
            name = "rule" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        }

        return name;
    }
}
