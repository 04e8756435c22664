using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.CodeFixes;

/// <summary>Finds the declarations of a method: one, or two if the method is partial.</summary>
internal static class MethodParts
{
    /// <summary>
    /// Returns a declaration, and the other part of a partial method if it is in the same file. Code fixes change only one file.
    /// </summary>
    public static IEnumerable<MethodDeclarationSyntax> Of(
        IMethodSymbol? method, MethodDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        yield return declaration;
        foreach (var reference in OtherPart(method)?.DeclaringSyntaxReferences ?? [])
        {
            // If a part in another file no longer matches, the compiler reports it.
            if (reference.SyntaxTree == declaration.SyntaxTree && reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax part)
            {
                yield return part;
            }
        }
    }

    /// <summary>Determines whether all parts of a method are in the file of a declaration.</summary>
    public static bool AreTogether(IMethodSymbol? method, MethodDeclarationSyntax declaration) =>
        OtherPart(method)?.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == declaration.SyntaxTree) ?? true;

    /// <summary>Finds the references to a parameter inside a part of a method.</summary>
    public static List<IdentifierNameSyntax> UsesOf(
        MethodDeclarationSyntax part, int ordinal, SemanticModel model, CancellationToken cancellationToken)
    {
        var parameter = model.GetDeclaredSymbol(part.ParameterList.Parameters[ordinal], cancellationToken);
        return [.. part.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == parameter?.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, parameter))];
    }

    private static IMethodSymbol? OtherPart(IMethodSymbol? method) => method?.PartialImplementationPart ?? method?.PartialDefinitionPart;
}
