using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Names;

/// <summary>A task that needs a name that is already in use.</summary>
/// <param name="Task">The later one of the two tasks.</param>
/// <param name="Other">The task, class or client that uses the name, as a message refers to it.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of the name.</param>
internal readonly record struct TaskClash(TaskModel Task, string Other, string Name, TaskClashKind Kind);
