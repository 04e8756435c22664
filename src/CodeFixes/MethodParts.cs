using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.CodeFixes;

/// <summary>The parts of a method: one, or the two of a partial one.</summary>
internal static class MethodParts
{
    /// <summary>A declaration, and the other part of it where that is in the same file: a fix changes one document.</summary>
    public static IEnumerable<MethodDeclarationSyntax> Of(
        IMethodSymbol? method, MethodDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        yield return declaration;
        foreach (var reference in OtherPart(method)?.DeclaringSyntaxReferences ?? [])
        {
            // A part in another file is left to the compiler, which names it.
            if (reference.SyntaxTree == declaration.SyntaxTree && reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax part)
            {
                yield return part;
            }
        }
    }

    /// <summary>Whether all parts are in the file of a declaration.</summary>
    public static bool AreTogether(IMethodSymbol? method, MethodDeclarationSyntax declaration) =>
        OtherPart(method)?.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == declaration.SyntaxTree) ?? true;

    /// <summary>The places that name a parameter inside a part.</summary>
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
