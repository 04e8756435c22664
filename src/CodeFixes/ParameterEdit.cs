using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.CodeFixes;

/// <summary>A flagged parameter in all parts of its method.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Parts">The declarations of the method, all of them in one document.</param>
internal sealed record ParameterEdit(IParameterSymbol Parameter, IReadOnlyList<MethodDeclarationSyntax> Parts)
{
    /// <summary>Finds it; null where a fix of one document cannot change all of it.</summary>
    public static ParameterEdit? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax declaration } flagged
        && model.GetDeclaredSymbol(flagged, cancellationToken) is { ContainingSymbol: IMethodSymbol method } parameter
        && MethodParts.AreTogether(method, declaration)
            ? new ParameterEdit(parameter, [.. MethodParts.Of(method, declaration, cancellationToken)])
            : null;
}
