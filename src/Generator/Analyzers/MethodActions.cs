using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TaskGen.Generator.Analyzers;

/// <summary>Runs checks on methods.</summary>
internal static class MethodActions
{
    /// <summary>Runs a check on every method that is a member of a type.</summary>
    public static void RegisterMethods(
        CompilationStartAnalysisContext start, Action<IMethodSymbol, Compilation, Action<Diagnostic>> check) => start.RegisterSymbolAction(
            symbol => check((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic),
            SymbolKind.Method);

    /// <summary>
    /// Runs a check on every method, local function and lambda: the last two are no members, so no action for symbols sees them.
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
