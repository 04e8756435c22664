using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// The base class of all analyzers. The analyzers skip projects that do not reference the TaskGen library.
/// </summary>
/// <remarks>
/// The declaration of a task is also checked in generated code, such as a file with the extension <c>.g.cs</c>, because TaskGen generates a
/// client for it. An analyzer that reads generated code must not register actions for all operations of a compilation: the code that
/// TaskGen generates is larger than the code of its tasks, and the compiler would have to bind all of it again.
/// </remarks>
/// <param name="type">
/// The metadata name of a type in the TaskGen library. If the type does not exist in the compilation, nothing is reported.
/// </param>
/// <param name="descriptors">The descriptors of the diagnostics that the analyzer reports.</param>
/// <param name="generatedCode">Specifies whether the analyzer reads generated code.</param>
public abstract class TaskGenAnalyzer(
    string type,
    ImmutableArray<DiagnosticDescriptor> descriptors,
    GeneratedCodeAnalysisFlags generatedCode = GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics)
    : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = descriptors;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(generatedCode);
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
