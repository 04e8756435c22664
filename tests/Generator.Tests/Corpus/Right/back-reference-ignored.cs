// A back reference that does not travel.
using System.Text.Json.Serialization;

public sealed class Basket { public int Id { get; set; } public List<Item> Items { get; set; } = []; }
public sealed class Item { public int Id { get; set; } [JsonIgnore] public Basket? Basket { get; set; } }

public sealed class BasketTasks
{
    [Task(Name = "baskets.save")]
    public int Save(Basket basket) => basket.Items.Count;
}
