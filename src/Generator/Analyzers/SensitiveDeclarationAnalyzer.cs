using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Sensitivity;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Looks at where <c>[Sensitive]</c> stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SensitiveMemberPrinted, Descriptors.SensitiveWithoutEffect];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(MetadataNames.SensitiveAttribute) is null)
            {
                return;
            }

            start.RegisterSymbolAction(static symbol => CheckMethod((IMethodSymbol)symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic), SymbolKind.Method);
            start.RegisterSymbolAction(static symbol => CheckType((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.NamedType);
        });
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
