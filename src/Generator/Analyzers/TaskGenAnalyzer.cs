using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// The base class of all analyzers. The analyzers skip generated code and projects that do not reference the TaskGen library.
/// </summary>
/// <param name="type">
/// The metadata name of a type in the TaskGen library. If the type does not exist in the compilation, nothing is reported.
/// </param>
/// <param name="descriptors">The descriptors of the diagnostics that the analyzer reports.</param>
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

    /// <summary>Registers the actions for a compilation that references the TaskGen library.</summary>
    protected abstract void Start(CompilationStartAnalysisContext start);
}
