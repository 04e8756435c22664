// A tree is no cycle.
public sealed class Category { public string Name { get; set; } = ""; public List<Category> Children { get; set; } = []; }

public sealed class CatalogTasks
{
    [Task(Name = "catalog.import")]
    public int Import(Category root) => root.Children.Count;
}
