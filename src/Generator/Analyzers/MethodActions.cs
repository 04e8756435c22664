using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Registers checks that analyzers run for methods.</summary>
internal static class MethodActions
{
    /// <summary>Registers a check for each method that is a member of a type.</summary>
    public static void RegisterMethods(
        CompilationStartAnalysisContext start, Action<IMethodSymbol, Compilation, Action<Diagnostic>> check) => start.RegisterSymbolAction(
            symbol => check((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic),
            SymbolKind.Method);

    /// <summary>
    /// Registers a check for each method, and for each local function and lambda expression with an attribute. Symbol actions do not run
    /// for local functions and lambdas, because they are not members.
    /// </summary>
    public static void RegisterFunctions(
        CompilationStartAnalysisContext start, Action<IMethodSymbol, Compilation, Action<Diagnostic>> check)
    {
        RegisterMethods(start, check);

        // The syntax shows whether there is an attribute, so that the compiler does not have to bind the bodies of all methods.
        start.RegisterSyntaxNodeAction(
            function =>
            {
                if (FindFunction(function.Node, function.SemanticModel, function.CancellationToken) is { } symbol)
                {
                    check(symbol, function.Compilation, function.ReportDiagnostic);
                }
            },
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression);
    }

    /// <summary>Registers an action for each type that declares a task.</summary>
    public static void RegisterTaskTypes(CompilationStartAnalysisContext start, Action<SymbolStartAnalysisContext> register) =>
        start.RegisterSymbolStartAction(
            symbol =>
            {
                if (DeclaresTask((INamedTypeSymbol)symbol.Symbol))
                {
                    register(symbol);
                }
            },
            SymbolKind.NamedType);

    /// <summary>
    /// Returns the task to which a body belongs; null if it belongs to none, or to one of a type that the type of the action contains.
    /// </summary>
    /// <param name="type">The type for which the action is registered. Its actions also run for the types that it contains.</param>
    /// <param name="owner">The member that contains the body. For a partial method, this can be the implementing part.</param>
    /// <param name="compilation">The compilation that contains the member.</param>
    public static TaskMethod? FindOwner(ISymbol type, ISymbol owner, Compilation compilation) =>
        owner is IMethodSymbol method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
        && method.FindAttribute(MetadataNames.TaskAttribute) is { } attribute
            ? new TaskMethod(method, attribute, compilation)
            : null;

    private static bool DeclaresTask(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol && member.FindAttribute(MetadataNames.TaskAttribute) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IMethodSymbol? FindFunction(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function => model.GetDeclaredSymbol(function, cancellationToken),
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda =>
            model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };
}
