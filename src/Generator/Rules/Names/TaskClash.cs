using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Names;

/// <summary>Two tasks that need one name.</summary>
/// <param name="Task">The task that comes second.</param>
/// <param name="Other">What needs the name as well: a task or a class, as messages name it.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">Where the name is needed.</param>
internal readonly record struct TaskClash(TaskModel Task, string Other, string Name, TaskClashKind Kind);
