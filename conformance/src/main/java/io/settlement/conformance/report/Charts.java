// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Bars by provider, as SVG that is part of a page. */
final class Charts {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Color INK = new Color(0x33, 0x3d, 0x49);
  private static final Color[] BARS = {
    new Color(0x9c, 0xc4, 0xe4), new Color(0x2f, 0x6f, 0xa8), new Color(0x12, 0x3a, 0x5f)
  };

  private Charts() {}

  /**
   * A chart.
   *
   * @param name of its own within the page
   * @param unit of its numbers
   * @param providers from left to right
   * @param series numbers by name, one for each provider
   */
  static String bars(
      String name, String unit, List<String> providers, Map<String, List<Double>> series) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).yAxisTitle(unit).build();
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setLegendVisible(series.size() > 1)
        .setLegendBorderColor(Color.WHITE)
        .setLegendFont(WORDS)
        .setChartTitleVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setPlotBorderVisible(false)
        .setSeriesColors(BARS);
    chart.getStyler().setAvailableSpaceFill(0.2 + 0.15 * series.size());
    chart.getStyler().setAxisTitleFont(WORDS).setAxisTickLabelsFont(WORDS);
    chart.getStyler().setPlotGridVerticalLinesVisible(false).setYAxisMin(0.0);
    series.forEach((label, numbers) -> chart.addSeries(label, providers, numbers));
    return svg(name, told(name, unit, providers, series), chart);
  }

  /** For who does not see it: words are drawn as shapes. */
  private static String told(
      String name, String unit, List<String> providers, Map<String, List<Double>> series) {
    StringJoiner told = new StringJoiner("; ", name + " in " + unit + ": ", "");
    for (int i = 0; i < providers.size(); i++) {
      StringJoiner numbers = new StringJoiner(", ", providers.get(i) + " ", "");
      for (Map.Entry<String, List<Double>> one : series.entrySet()) {
        numbers.add(one.getKey() + " " + one.getValue().get(i));
      }
      told.add(numbers.toString());
    }
    return told.toString();
  }

  private static String svg(String name, String told, CategoryChart chart) {
    Document document =
        SVGDOMImplementation.getDOMImplementation()
            .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return super.generateID(name + "-" + prefix);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    chart.paint(graphics, WIDTH, HEIGHT);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT));
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-label", told);
    return text(root);
  }

  private static String text(Element root) {
    StringWriter text = new StringWriter();
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.transform(new DOMSource(root), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException("a drawing is XML", e);
    }
    return text.toString();
  }
}
