// The origin map, and the trail on a claim's page. Both stand in tables or lists as well, for who has no script or no mouse.
(() => {
  "use strict";
  const line = { owner: "solid", agreement: "dashed", relay: "dotted" };

  function colours() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return dark
      ? { text: "#e6e9ee", back: "#13171f", owner: "#aab2bf", agreement: "#6db3ff", relay: "#ffab66", node: "#8b95a5" }
      : { text: "#22262e", back: "#ffffff", owner: "#555555", agreement: "#0b66c3", relay: "#a14a00", node: "#5d6b89" };
  }

  function styles(colour) {
    return [
      { selector: "node", style: { shape: "data(shape)", width: 24, height: 24, label: "data(name)", color: colour.text, "background-color": colour.node,
        "font-size": 17, "text-valign": "bottom", "text-margin-y": 5, "text-wrap": "wrap", "text-max-width": 145,
        "text-background-color": colour.back, "text-background-opacity": 0.8, "text-background-padding": 1 } },
      ...Object.entries(line).map(([kind, lineStyle]) => ({ selector: `edge[kind = "${kind}"]`, style: { width: 2, "line-style": lineStyle, "line-color": colour[kind],
        "target-arrow-color": colour[kind], "target-arrow-shape": kind === "agreement" ? "none" : "triangle", "curve-style": "bezier" } })),
      { selector: ":selected", style: { "background-color": colour.relay, width: 4 } },
      { selector: "node:selected", style: { width: 34, height: 34 } },
      { selector: ".gone", style: { display: "none" } },
      { selector: ".faint", style: { opacity: 0.15 } },
    ];
  }

  function element(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    return made;
  }

  function describe(edge) {
    const item = element("li", "");
    const [from, to] = [edge.source().data("name"), edge.target().data("name")];
    item.append(`${from} – `, element("a", edge.data("relation"), { href: edge.data("page") }), ` – ${to}${edge.data("firstYear") ? `, ${edge.data("firstYear")}` : ""}`);
    const list = element("ul", "", { class: "evidence" });
    for (const source of edge.data("evidence")) {
      const line = element("li", "");
      line.append(element("a", source.publisher, { href: `/sources/${encodeURIComponent(source.id)}` }), source.date ? `, ${source.date}` : "");
      if (source.quote) line.append(": ", element("q", source.quote, { lang: source.language, dir: "auto" }));
      list.append(line);
    }
    item.append(list);
    return item;
  }

  function show(panel, chosen) {
    const edges = chosen.isNode() ? chosen.connectedEdges(":visible") : chosen;
    const list = element("ul", "");
    edges.forEach(edge => list.append(describe(edge)));
    const heading = element("h2", "");
    heading.append(chosen.isNode() ? element("a", chosen.data("name"), { href: `/outlets/${encodeURIComponent(chosen.id())}` }) : chosen.data("kind"));
    panel.replaceChildren(heading, element("p", "What it rests on; no line proves that anything is false."), list);
  }

  function filter(graph, tools) {
    const { country, kind, year } = Object.fromEntries(new FormData(tools));
    const at = Number(year);
    graph.batch(() => {
      graph.elements().removeClass("gone");
      graph.edges().forEach(edge => {
        const data = edge.data();
        const fits = (!kind || data.kind === kind)
          && (!country || edge.connectedNodes().some(node => node.data("country") === country))
          && (!at || ((data.firstYear ?? 0) <= at && at <= (data.lastYear ?? 9999)));
        if (!fits) edge.addClass("gone");
      });
      graph.nodes().forEach(node => { if (!node.connectedEdges().some(edge => !edge.hasClass("gone"))) node.addClass("gone"); });
    });
    graph.fit(graph.elements(":visible"), 30);
  }

  async function draw(place) {
    const answer = await fetch(place.dataset.map);
    if (!answer.ok) return;
    const map = await answer.json();
    if (map.nodes.length < 2) return;
    place.hidden = false;
    const graph = cytoscape({
      container: place,
      elements: [
        ...map.nodes.map(node => ({ data: node, position: { x: node.x, y: node.y } })),
        ...map.edges.map(edge => ({ data: { ...edge, source: edge.from, target: edge.to } })),
      ],
      style: styles(colours()), layout: { name: "preset", padding: 30 }, minZoom: 0.15, maxZoom: 3, autoungrabify: true,
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(styles(colours())));
    const panel = document.querySelector(".map-evidence");
    const tools = document.querySelector(".map-tools");
    if (!panel || !tools) {
      graph.userZoomingEnabled(false);
      return;
    }
    const choose = chosen => {
      graph.elements().removeClass("faint").unselect();
      chosen.select();
      graph.elements().not(chosen.closedNeighborhood().union(chosen.connectedNodes?.() ?? [])).addClass("faint");
      show(panel, chosen);
    };
    graph.on("tap", "node, edge", event => choose(event.target));
    graph.on("tap", event => { if (event.target === graph) graph.elements().removeClass("faint").unselect(); });
    tools.hidden = false;
    tools.addEventListener("submit", event => event.preventDefault());
    tools.addEventListener("input", event => {
      if (event.target.name !== "node") return filter(graph, tools);
      const node = graph.getElementById(event.target.value);
      if (node.nonempty()) choose(node);
    });
    const png = document.querySelector(".map-png");
    png.hidden = false;
    png.addEventListener("click", () => {
      const link = element("a", "", { href: URL.createObjectURL(graph.png({ output: "blob", full: true, scale: 2, bg: colours().back })), download: "map.png" });
      link.click();
    });
  }

  document.querySelectorAll(".graph[data-map]").forEach(draw);
})();
