namespace TaskGen.Generator.Model;

/// <summary>What <c>AddGeneratedTasks</c> depends on: none of the tasks themselves.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="HasModule">Whether it has a module of its own.</param>
internal sealed record ExtensionModel(AssemblyModel Assembly, bool HasModule);
