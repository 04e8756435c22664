using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.CodeFixes;

/// <summary>Represents the parameter on which a diagnostic is reported, with all parts of its method.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Parts">The declarations of the method, which are all in one document.</param>
internal sealed record ParameterEdit(IParameterSymbol Parameter, IReadOnlyList<MethodDeclarationSyntax> Parts)
{
    /// <summary>Finds the parameter. Returns null if its method has a part in another document.</summary>
    public static ParameterEdit? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax declaration } flagged
        && model.GetDeclaredSymbol(flagged, cancellationToken) is { ContainingSymbol: IMethodSymbol method } parameter
        && MethodParts.AreTogether(method, declaration)
            ? new ParameterEdit(parameter, [.. MethodParts.Of(method, declaration, cancellationToken)])
            : null;
}
