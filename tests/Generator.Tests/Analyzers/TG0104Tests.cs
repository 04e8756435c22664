using System.Text.Json;
using Generator.Tests.Support;
using TaskGen;
using TaskGen.Serialization;

namespace Generator.Tests.Analyzers;

/// <summary>Types whose objects can refer back to themselves.</summary>
public sealed class TG0104Tests
{
    [Fact]
    public async Task Flags_there_and_back()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public class Order { public int Id { get; set; } public Customer? Customer { get; set; } }
            public class Customer { public List<Order> Orders { get; set; } = []; }
            public class Employee
            {
                public int? ManagerId { get; set; }
                public Employee? Manager { get; set; }
                public ICollection<Employee> Reports { get; set; } = [];
            }
            public class Folder { public Folder? Parent { get; set; } public List<Folder> Children { get; set; } = []; }
            public class Post { public virtual Blog? In { get; set; } }
            public class Blog { public virtual ICollection<Post> Entries { get; set; } = []; }
            public class Line { public Invoice Of { get; set; } = null!; }
            public class Invoice { public List<Line> Rows { get; set; } = []; }
            public class User { public Profile? Profile { get; set; } }
            public class Profile { public User? User { get; set; } }
            public class Student { public List<Course> Courses { get; set; } = []; }
            public class Course { public List<Student> Students { get; set; } = []; }
            public class Step { public Step? Next { get; set; } public Step? Previous { get; set; } }
            public sealed record Envelope(string Name, IReadOnlyList<Order> Orders);
            public sealed class Jobs
            {
                [Task] public void A(
                    Order [|TG0104:a|], Customer [|TG0104:b|], Employee [|TG0104:c|], Folder [|TG0104:d|], Post [|TG0104:e|],
                    Line [|TG0104:f|], User [|TG0104:g|], Student [|TG0104:h|], Step [|TG0104:i|]) { }
                [Task] public Task<Envelope> [|TG0104:B|]() => null!;
            }
            """);
        Assert.Equal(
            "Parameter 'a' of task 'Jobs.A' may contain a reference cycle and then fail to serialize because 'a.Customer.Orders[]' "
                + "refers back to type 'Order'. Use an id instead, or mark the back reference with [JsonIgnore].",
            messages[0]);
        Assert.Contains("'d.Parent.Children[]'", messages[3], StringComparison.Ordinal);
        Assert.Contains("'result.Orders[].Customer.Orders[]'", messages[9], StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_is_true()
    {
        var parent = new Node();
        parent.Children.Add(new Node { Parent = parent });
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(parent, TaskJson.Create(new TaskJsonOptions(), [])));
    }

    [Fact]
    public Task Leaves_trees_lists_and_what_ends() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        public class Tree { public string Name { get; set; } = ""; public List<Tree> Children { get; set; } = []; }
        public class Linked { public Linked? Next { get; set; } }
        public class Expression
        {
            public Expression? Left { get; set; }
            public Expression? Right { get; set; }
            public List<Expression> Arguments { get; set; } = [];
        }
        public class Filter { public string Field { get; set; } = ""; public FilterGroup? Any { get; set; } }
        public class FilterGroup { public List<Filter> Filters { get; set; } = []; }
        public sealed record Section(string Title, ImmutableParts Parts);
        public sealed record ImmutableParts(IReadOnlyList<Section> Sections);
        public sealed record Owner(string Name, IReadOnlyList<Pet> Pets);
        public sealed record Pet(string Name, Owner? Owner);
        public class Order { public int CustomerId { get; set; } [JsonIgnore] public Customer? Customer { get; set; } }
        public class Customer { public List<Order> Orders { get; set; } = []; }
        public class Category { [JsonIgnore] public Category? Parent { get; set; } public List<Category> Children { get; set; } = []; }
        public class Menu { public List<MenuItem> Items { get; set; } = []; }
        public class MenuItem { public Menu? SubMenu { get; set; } }
        public class Money { public Currency Currency { get; set; } = new(); }
        public class Currency { public string Code { get; set; } = ""; }
        public class Comment
        {
            public string Text { get; set; } = "";
            public Comment? FirstReply { get; set; }
            public List<Comment> Replies { get; set; } = [];
        }
        public sealed class Jobs
        {
            [Task] public void A(
                Tree a, Linked b, Expression c, Filter d, Section e, Owner f, Pet g, Order h, Customer i, Category j, Menu k, Money l,
                Comment m) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public class Folder
        {
            public Folder? Parent { get; set; }
            public System.Collections.Generic.List<Folder> Children { get; set; } = [];
        }
        public sealed class C { [Task] public void A(Folder a) { } }
        """);

    public sealed class Node
    {
        public Node? Parent { get; set; }

        public List<Node> Children { get; } = [];
    }
}
