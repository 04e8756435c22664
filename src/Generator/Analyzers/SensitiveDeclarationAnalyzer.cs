using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Sensitivity;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Checks declarations that have the <c>[Sensitive]</c> attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveDeclarationAnalyzer() : TaskGenAnalyzer(
    MetadataNames.SensitiveAttribute,
    [
        Descriptors.SensitiveMemberPrinted, Descriptors.SensitiveWithoutEffect,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        MethodActions.RegisterMethods(start, CheckMethod);
        start.RegisterSymbolAction(
            static symbol => CheckType((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.NamedType);
    }

    private static void CheckMethod(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report)
    {
        if (TaskMethod.Find(method, compilation) is { } task)
        {
            foreach (var violation in SensitiveRules.CheckMethod(task))
            {
                report(violation.ToDiagnostic());
            }
        }
    }

    private static void CheckType(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (SensitiveRules.FindPrinted(type) is { } member)
        {
            report(Diagnostic.Create(Descriptors.SensitiveMemberPrinted, type.Locations[0], type.Name, member.Name));
        }
    }
}
