using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TaskGen.Generator.Analyzers;

/// <summary>An analyzer that looks at code as people write it, and only where the library is referenced.</summary>
/// <param name="type">The metadata name of the library's type without which there is nothing to report.</param>
/// <param name="descriptors">What it reports.</param>
public abstract class TaskGenAnalyzer(string type, ImmutableArray<DiagnosticDescriptor> descriptors) : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = descriptors;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(type) is not null)
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers what looks at a compilation that references the library.</summary>
    protected abstract void Start(CompilationStartAnalysisContext start);
}
