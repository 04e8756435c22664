using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0001: makes the task, its containing classes, and its exception types <c>internal</c>, or <c>protected internal</c> if they are
/// protected.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessibleCodeFix))]
[Shared]
public sealed class AccessibleCodeFix() : CheckedCodeFix(DiagnosticIds.NotAccessible, "Make accessible to generated code")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (node is not MethodDeclarationSyntax declaration
            || editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken)
                is not { IsVirtual: false, IsAbstract: false, IsOverride: false } method
            || !MethodParts.AreTogether(method, declaration))
        {
            return document;
        }

        foreach (var symbol in FindHidden(method))
        {
            // A file-local type is intentionally local. The fix does not change types in other files.
            if (symbol is INamedTypeSymbol { IsFileLocal: true }
                || !symbol.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == node.SyntaxTree))
            {
                return document;
            }

            var accessibility = symbol.DeclaredAccessibility == Accessibility.Protected
                ? Accessibility.ProtectedOrInternal
                : Accessibility.Internal;
            foreach (var part in Declarations(symbol, cancellationToken))
            {
                if (part is MethodDeclarationSyntax { Modifiers: var modifiers } partial && modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    // The SetAccessibility method of the editor does not change partial methods.
                    editor.ReplaceNode(partial, static (current, _) => Widen((MethodDeclarationSyntax)current));
                }
                else
                {
                    editor.SetAccessibility(part, accessibility);
                }
            }
        }

        return editor.GetChangedDocument();
    }

    private static HashSet<ISymbol> FindHidden(IMethodSymbol method)
    {
        var hidden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Add(method);
        foreach (var attribute in (string[])[MetadataNames.GiveUpOnAttribute, MetadataNames.RetryOnAttribute])
        {
            foreach (var type in AttributeReader.ExceptionTypes(method, attribute))
            {
                Add(type);
            }
        }

        return hidden;

        void Add(ISymbol symbol)
        {
            for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            {
                if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                    || current is INamedTypeSymbol { IsFileLocal: true })
                {
                    hidden.Add(current);
                }
            }
        }
    }

    // A protected method becomes protected internal. Any other method is private, with or without a modifier, and becomes internal.
    private static MethodDeclarationSyntax Widen(MethodDeclarationSyntax method)
    {
        var stated = method.Modifiers.FirstOrDefault(
            static modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
        var more = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var first = method.Modifiers[0];
        return method.WithModifiers(stated.Kind() switch
        {
            SyntaxKind.PrivateKeyword => method.Modifiers.Replace(stated, more.WithTriviaFrom(stated)),
            SyntaxKind.ProtectedKeyword => method.Modifiers.Insert(method.Modifiers.IndexOf(stated) + 1, more),
            _ => method.Modifiers.Replace(first, first.WithLeadingTrivia()).Insert(0, more.WithLeadingTrivia(first.LeadingTrivia)),
        });
    }

    // Parts of a partial type can omit the accessibility; parts of a partial method must repeat it.
    private static IEnumerable<SyntaxNode> Declarations(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol is IMethodSymbol method
            && symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration)
        {
            return MethodParts.Of(method, declaration, cancellationToken);
        }

        return symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));
    }
}
