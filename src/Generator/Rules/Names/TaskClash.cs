using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Names;

/// <summary>Represents a conflict: a task requires a name that is already in use.</summary>
/// <param name="Task">The later one of the two tasks.</param>
/// <param name="Other">The description of the task, class, or client that uses the name, for messages.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of the name.</param>
internal readonly record struct TaskClash(TaskModel Task, string Other, string Name, TaskClashKind Kind);
