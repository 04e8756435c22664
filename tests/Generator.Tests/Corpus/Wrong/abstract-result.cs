// Whoever waits cannot build it.
public abstract class Shape { public int Area { get; set; } }
public sealed class Circle : Shape;

public sealed class ShapeTasks
{
    [Task(Name = "shapes.find")]
    public Shape [|TG0102:Find|](int id) => new Circle { Area = id };
}
