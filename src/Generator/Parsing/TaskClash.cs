using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>Two tasks that need one name.</summary>
/// <param name="Task">The task that comes second.</param>
/// <param name="Other">What needs the name as well: a task or a class, as messages name it.</param>
/// <param name="Name">The name.</param>
/// <param name="IsWireName">Whether it is a name on the wire; else one in generated code.</param>
internal readonly record struct TaskClash(TaskModel Task, string Other, string Name, bool IsWireName);
