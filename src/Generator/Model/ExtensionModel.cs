namespace TaskGen.Generator.Model;

/// <summary>The data that <c>AddGeneratedTasks</c> depends on. It does not include the tasks.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="HasModule">Whether a module is generated for the assembly.</param>
internal sealed record ExtensionModel(AssemblyModel Assembly, bool HasModule);
