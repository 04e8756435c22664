using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds dispatches by wire name whose name does not belong to a task.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistryNameAnalyzer() : DispatchAnalyzer(Descriptors.UnknownTaskName)
{
    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, DispatchTypes types)
    {
        // Most programs do not dispatch by name, so the names are read only for the first such dispatch.
        var compilation = start.Compilation;
        var known = new Lazy<HashSet<string>>(() => KnownTaskNames.Read(compilation));
        start.RegisterOperationAction(
            call =>
            {
                if (RegistryNameRules.Check((IInvocationOperation)call.Operation, types, known) is { } diagnostic)
                {
                    call.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.Invocation);
    }
}
