using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
    /// Registers a check for each method, local function, and lambda expression. Symbol actions do not run for local functions and lambdas,
    /// because they are not members.
    /// </summary>
    public static void RegisterFunctions(
        CompilationStartAnalysisContext start, Action<IMethodSymbol, Compilation, Action<Diagnostic>> check)
    {
        RegisterMethods(start, check);
        start.RegisterOperationAction(
            operation => check(((ILocalFunctionOperation)operation.Operation).Symbol, operation.Compilation, operation.ReportDiagnostic),
            OperationKind.LocalFunction);
        start.RegisterOperationAction(
            operation =>
                check(((IAnonymousFunctionOperation)operation.Operation).Symbol, operation.Compilation, operation.ReportDiagnostic),
            OperationKind.AnonymousFunction);
    }
}
